// Speed of the quality scores file by file: node tests/bench/quality/main.ts [--rounds N] [--json]
import { parseArgs } from 'node:util';
import { BARS, measureGoldens, sumGroups } from './measure.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    json: { type: 'boolean', default: false },
  },
});
const files = await measureGoldens(Number(values.rounds));
const groups = sumGroups(files);

if (values.json) console.log(JSON.stringify({ files, groups }, undefined, 2));
else {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  const times = (value: number) => `${value.toFixed(1)} ×`.padStart(8);
  console.log(
    `${''.padEnd(28)}${['CPU', 'clock', 'official'].map((title) => title.padStart(10)).join('')}`,
  );
  for (const { name, cpuMs, clockMs, officialMs } of files) {
    const ratio = times(officialMs / cpuMs);
    console.log(`${name.padEnd(28)}${ms(cpuMs)}${ms(clockMs)}${ms(officialMs)}${ratio}`);
  }
  for (const { group, cpuMs, officialMs, ratio } of groups) {
    const { bar, aim } = BARS[group];
    const verdict = `bar ${bar} ×, aim ${aim} ×: ${ratio >= bar ? 'met' : 'MISSED'}`;
    console.log(
      `${group.padEnd(28)}${ms(cpuMs)}${''.padEnd(10)}${ms(officialMs)}${times(ratio)}  ${verdict}`,
    );
  }
}
process.exitCode = groups.every(({ group, ratio }) => ratio >= BARS[group].bar) ? 0 : 1;
