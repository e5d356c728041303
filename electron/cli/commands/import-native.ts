import { Option } from 'commander';
import { resolve } from 'node:path';
import { NATIVE_SYSTEMS, NativeSystem, type NativeReport } from '../../../shared/model/native.ts';
import { parseNativeRule } from '../../../shared/model/native-rule.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { asGiven } from '../given-paths.ts';
import { inputPath } from '../input-path.ts';
import { openSession } from '../session.ts';
import type { Terminal } from '../terminal.ts';

interface NativeOptions {
  readonly system: NativeSystem;
  readonly from: string;
  readonly map: string;
  readonly out: string;
  readonly dataset?: string;
  readonly project?: string;
  readonly joinVideo?: boolean;
  readonly json?: boolean;
}

const RULES = `
Rules:
  FIELD/SUBDOMAIN/{sample}   the sample's number or name is the id
  {field}/{subdomain}/{id}   folders and names say it; "* => …" and "PATTERN => KEY" work too
  order, order:FIELD/SUBDOMAIN   the n-th sample is the n-th instance of the dataset
  csv:FILE                   a table with the columns sample and key, or sample, field, subdomain, id`;

/** `import-native`: what another system wrote, as UniM predictions with their files beside them. */
export const importNativeCommand: CliCommand = {
  add(program, terminal, finish) {
    program
      .command('import-native')
      .description('Turn what another system wrote into UniM predictions.')
      .addOption(
        new Option('--system <name>', 'whose output it is')
          .choices(NativeSystem.options)
          .makeOptionMandatory(),
      )
      .requiredOption('--from <dir>', 'folder that the system wrote to')
      .requiredOption('--map <rule>', 'how samples find their instances, see below')
      .requiredOption('--out <file>', 'predictions; the files go to a folder beside them')
      .option('--dataset <path>', 'dataset: numbers go on behind those of its inputs')
      .option('--project <dir>', 'a project with the dataset in it, instead')
      .option('--join-video', 'MIO: pictures that follow each other become a video; needs ffmpeg')
      .option('--json', 'print one JSON document')
      .addHelpText('after', RULES)
      .action(async (options: NativeOptions) => {
        const report = await convert(options);
        if (options.json) terminal.printJson(report);
        else print(report, terminal);
        finish(isWhole(report) ? EXIT.done : EXIT.dataFailures);
      });
  },
};

async function convert(options: NativeOptions): Promise<NativeReport> {
  const { system, from, map, out, dataset, project, joinVideo = false } = options;
  const rule = parseNativeRule(map);
  const dir = inputPath(from, 'import');
  const table = rule.kind === 'csv' ? { ...rule, path: inputPath(rule.path, 'import') } : rule;
  const known = dataset === undefined ? {} : { dataset: inputPath(dataset, 'import') };
  const session = openSession({ hostName: 'cli' });
  try {
    if (project !== undefined) await session.api.call('project.open', { dir: resolve(project) });
    const request = { system, dir, rule: table, ...known, joinVideo };
    const report = await session.api.call('import.nativeWrite', { ...request, out: resolve(out) });
    const given = [from, out, ...(rule.kind === 'csv' ? [rule.path] : [])];
    const problems = report.problems.map((problem) => ({
      ...problem,
      file: asGiven(problem.file, given),
    }));
    return { ...report, out, problems };
  } finally {
    await session.close();
  }
}

/** Everything has its place: nothing is missing, left out or cut off. */
function isWhole({ problems }: NativeReport): boolean {
  return problems.every(({ severity, code }) => severity === 'info' || code === 'no-input');
}

function print({ system, records, out, accounts, ...report }: NativeReport, terminal: Terminal) {
  const { samples, markers, files, cutOff } = accounts;
  terminal.print(
    `${NATIVE_SYSTEMS[system].label}: wrote ${records} predictions with ${report.files} files. "${out}"`,
  );
  terminal.print(`samples  ${samples.found} found, ${samples.mapped} with an instance`);
  terminal.print(
    `markers  ${markers.found} = ${markers.resolved} with a file + ${markers.withoutFile} without + ${markers.leftOut} left out`,
  );
  terminal.print(
    `files    ${files.found} = ${files.resolved} named + ${files.orphans} orphans + ${files.leftOut} left out`,
  );
  if (cutOff > 0) terminal.print(`cut off  ${cutOff} spans, dropped`);
  for (const { code, severity, message } of report.problems)
    terminal.print(`  ${severity}: ${message} (${code})`);
  const total = Object.values(report.problemCounts).reduce((sum, count) => sum + count, 0);
  if (total > report.problems.length)
    terminal.print(`  … and ${total - report.problems.length} more`);
}
