import { ROLE_IDS, type EndpointSettings, type RoleId } from '../../../../shared/model/endpoint.ts';
import type { CallEstimate } from '../../../../shared/model/judge.ts';
import type { RunAgain } from '../../../../shared/model/run.ts';
import { prepareCallFinder } from '../../db/calls.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { findMeanTokens } from '../../db/spending.ts';
import { costOf } from '../../judges/endpoint/answer-question.ts';
import type { PlannedCall } from '../scoring/define-doer.ts';
import { settingsOf, type JudgeSetup } from './judge-setup.ts';

/** Adds up what would be asked; the same question counts once. */
export interface CallCounter {
  readonly add: (calls: readonly PlannedCall[]) => void;
  /** By role, in their order; roles of which nothing is asked are left out. */
  readonly estimates: () => CallEstimate[];
}

interface Tally {
  readonly names: Set<string>;
  calls: number;
  fromCache: number;
  characters: number;
}

/** @param again  what is asked anew although it was answered before */
export function createCallCounter(
  db: ReadableDb,
  setup: JudgeSetup,
  again: RunAgain | undefined,
): CallCounter {
  const { find } = prepareCallFinder(db);
  const tallies = new Map<RoleId, Tally>();

  function tallyOf(role: RoleId): Tally {
    const known = tallies.get(role);
    if (known !== undefined) return known;
    const tally = { names: new Set<string>(), calls: 0, fromCache: 0, characters: 0 };
    tallies.set(role, tally);
    return tally;
  }

  function isKept({ role, callKey, isOfResponse }: PlannedCall): boolean {
    if (callKey === undefined) return false;
    if (again !== undefined && role === 'judge') return false;
    if (again === 'captions' && isOfResponse === true) return false;
    return find(callKey) !== undefined;
  }

  return {
    add(calls) {
      for (const call of calls) {
        const tally = tallyOf(call.role);
        if (tally.names.has(call.name)) continue;
        tally.names.add(call.name);
        if (isKept(call)) tally.fromCache += 1;
        else {
          tally.calls += 1;
          tally.characters += call.characters;
        }
      }
    },
    estimates: () =>
      ROLE_IDS.flatMap((role): CallEstimate[] => {
        const tally = tallies.get(role);
        const settings = settingsOf(setup, role);
        return tally === undefined || settings === undefined
          ? []
          : [estimateOf(db, role, settings, tally)];
      }),
  };
}

/** Tokens of one call before any was measured: of what is sent beside the text, and of the reply. */
const ASSUMED: Readonly<Record<RoleId, { readonly tokensIn: number; readonly tokensOut: number }>> =
  {
    judge: { tokensIn: 0, tokensOut: 100 }, // the prompt is in the text
    'captioner.image': { tokensIn: 1500, tokensOut: 250 },
    'captioner.document': { tokensIn: 5000, tokensOut: 400 },
    'captioner.code': { tokensIn: 1000, tokensOut: 250 },
    'captioner.audio': { tokensIn: 2000, tokensOut: 250 },
    'captioner.video': { tokensIn: 8000, tokensOut: 350 },
    'captioner.threeD': { tokensIn: 5000, tokensOut: 250 },
    reasoner: { tokensIn: 0, tokensOut: 600 },
    checker: { tokensIn: 0, tokensOut: 150 },
    // priced by item, if at all
    'generator.image': { tokensIn: 0, tokensOut: 0 },
    'generator.speech': { tokensIn: 0, tokensOut: 0 },
    'generator.video': { tokensIn: 0, tokensOut: 0 },
    'generator.threeD': { tokensIn: 0, tokensOut: 0 },
  };
/** Of English; more tokens in most other languages. */
const CHARACTERS_A_TOKEN = 4;

function estimateOf(
  db: ReadableDb,
  role: RoleId,
  settings: EndpointSettings,
  { calls, fromCache, characters }: Tally,
): CallEstimate {
  const measured = findMeanTokens(db, role, settings.model);
  const assumed = ASSUMED[role];
  const tokensIn = Math.round(
    measured === undefined
      ? calls * assumed.tokensIn + characters / CHARACTERS_A_TOKEN
      : calls * measured.tokensIn,
  );
  const tokensOut = Math.round(calls * (measured ?? assumed).tokensOut);
  const costUsd = costOf(tokensIn, tokensOut, settings);
  return {
    role,
    model: settings.model,
    calls,
    fromCache,
    tokensIn,
    tokensOut,
    ...(costUsd !== undefined && { costUsd }),
    basis: measured === undefined ? 'assumed' : 'measured',
  };
}
