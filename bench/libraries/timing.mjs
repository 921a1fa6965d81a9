/* The rounds of a measurement, for libraries whose calls are asynchronous. */

const ROUNDS = 7;

async function seconds(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function rounds(measure) {
  const values = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await measure());
  return values;
}

export async function milliseconds(work) {
  await work();
  return rounds(async () => (await seconds(work)) * 1000);
}

export async function aSecond(count, work) {
  await work();
  return rounds(async () => count / (await seconds(work)));
}

export async function times(count, work) {
  for (let i = 0; i < count; i++) await work();
}

export const items = Array.from({ length: 10_000 }, (_, n) => n);
export const megabyte = new Float64Array(131_072).fill(0.5);

export function report(rows) {
  console.log(JSON.stringify(rows));
  process.exit(0);
}
