// One empty bucket on a free port of this machine, which is printed. It serves until its input ends, so it goes with whoever started it.
Array.prototype.toReversed ??= function () { return [...this].reverse() } // which Node 18 lacks
const S3rver = require('@20minutes/s3rver')

const [directory, bucket] = process.argv.slice(2)
const server = new S3rver({ directory, port: 0, address: '127.0.0.1', silent: true, configureBuckets: [{ name: bucket }] })
server.run().then(({ port }) => console.log(port), e => { console.error(e); process.exit(1) })
process.stdin.on('end', () => process.exit(0)).resume()
