/** Puts text where the cursor is, in place of what is selected; the browser's own undo takes it back. */
export function insert(field, text) {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  field.focus();
  field.setSelectionRange(0, 0); // ends the run of keys before, which would be undone together with this
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** How long ago, as people say it. */
export function ago(milliseconds) {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${Math.floor(seconds / 3600)} h ago`;
}

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
