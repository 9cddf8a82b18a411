/**
 * The benchmarks' root: `npm run bench [-- NAME… [--json]]`. Results go to stdout, as a table or as one JSON object a
 * line; what goes on goes to stderr. Exit codes: 0 measured, 1 failed, 2 asked for something that there is not.
 */
import type { Benchmark } from './benchmark.ts';
import { local } from './local/local.ts';
import { tableLine } from './table.ts';

const benchmarks: readonly Benchmark[] = [local];

async function run(asked: readonly string[]): Promise<number> {
  const names = asked.filter((each) => !each.startsWith('--'));
  const unknown = asked.filter((each) => each !== '--json' && !benchmarks.some(({ name }) => name === each));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', no ')}. Usage: npm run bench [-- NAME… [--json]]; the names are:`);
    for (const { name, about } of benchmarks) console.error(`  ${name}  ${about}`);
    return 2;
  }
  const asJson = asked.includes('--json');
  for (const benchmark of benchmarks.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for await (const result of benchmark.run((progress) => console.error(`# ${benchmark.name}: ${progress}`)))
      console.log(asJson ? JSON.stringify(result) : tableLine(result));
  }
  return 0;
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    console.error(failure);
    process.exitCode = 1;
  },
);
