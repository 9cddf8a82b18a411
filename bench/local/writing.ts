/** Saving a mark and a roll call: our commit against IndexedDB by hand, packed and with a row a mark. */
import type { Result } from '../benchmark.ts';
import { measuredBy, withBrowser } from '../browser.ts';
import { serve } from '../site.ts';
import { median, rounded } from '../statistics.ts';
import type { Samples, WritingSamples } from './page/writing.ts';

const rounds = 300;

export async function* writing(profile: string): AsyncIterable<Result> {
  const site = await serve(['bench/local/page/writing.ts']);
  try {
    const samples = await withBrowser(profile, (page) => measuredBy(page, `${site.url}/writing?rounds=${rounds}`));
    const { mark, rollCall } = samples as WritingSamples; // what that page leaves
    yield* resultsOf('mark', mark);
    yield* resultsOf('rollcall40', rollCall);
  } finally {
    site.close();
  }
}

function resultsOf(name: string, samples: Samples): readonly Result[] {
  const [app, packed, rows] = [median(samples.app), median(samples.packed), median(samples.rows)];
  const line = (suffix: string, value: number, peer?: string, other?: number): Result => ({
    name: name + suffix,
    value: rounded(value),
    unit: 'ms',
    ...(peer === undefined || other === undefined ? {} : { peer, ratio: rounded(value / other) }),
  });
  return [
    line('', app, 'raw IndexedDB, the same packed bytes', packed),
    line('_vs_rows', app, 'raw IndexedDB, a row a mark', rows),
    line('_raw_packed', packed),
    line('_raw_rows', rows),
  ];
}
