/** How long the server, or a proxy before it, asks to be left alone (ms); a second when it does not say so in seconds. */
export const pauseAskedBy = (answer) => 1000 * (Number(answer.headers.get("Retry-After")) || 1);
