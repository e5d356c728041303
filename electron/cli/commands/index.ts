import type { CliCommand } from '../command.ts';
import { agreementCommand } from './agreement.ts';
import { compareCommand } from './compare.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { importNativeCommand } from './import-native.ts';
import { instanceCommand } from './instance.ts';
import { qualityCommand } from './quality.ts';
import { reportCommand } from './report.ts';
import { scoreCommand } from './score/index.ts';
import { serveCommand } from './serve.ts';
import { unimaCommand } from './unima/index.ts';
import { validateCommand } from './validate.ts';

export const COMMANDS: readonly CliCommand[] = [
  validateCommand,
  importCommand,
  importNativeCommand,
  instanceCommand,
  qualityCommand,
  reportCommand,
  compareCommand,
  agreementCommand,
  scoreCommand,
  exportCommand,
  unimaCommand,
  serveCommand,
];
