// Quality control of the dataset: lint, review, check, decision, export.
import { z } from 'zod';
import {
  QcExport,
  QcFilter,
  QcName,
  QcOverview,
  QcPhase,
  QcPreview,
  QcRecord,
  QcRow,
  QcState,
  QcVerdict,
} from '../../model/quality-control.ts';
import { Done, None, Path, command, query } from './define.ts';

const key = z.string().max(1000);
/** Whose queue, and which part of it. */
const asked = { name: QcName.optional(), filter: QcFilter.default({}) };

export const qcMethods = {
  /** Where the whole dataset stands. */
  'qc.overview': query(None, z.object({ overview: QcOverview })),

  /** Looks all records through in a thread; one that runs goes on. Told by `qc.changed`. */
  'qc.scan': command(None, Done),

  /** Begins under a name; one that is there already is refused, unless the same person goes on. */
  'qc.join': command(
    z.object({ name: QcName, isReturning: z.boolean().default(false) }),
    z.object({ name: z.string() }),
  ),

  /** Records in the order of the dataset. */
  'qc.list': query(
    z.object({ ...asked, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(QcRow), total: z.int() }),
  ),

  /**
   * The record before or behind one, of those asked for; without one the first or the last. `position` is
   * the place in the list of the record that is found.
   */
  'qc.step': query(
    z.object({ ...asked, from: key.optional(), by: z.enum(['next', 'previous', 'same']) }),
    z.object({ key: z.string().optional(), position: z.int().optional() }),
  ),

  /** One record as `name` may see it in a phase. */
  'qc.record': query(
    z.object({ key, name: QcName.optional(), phase: QcPhase.default('review') }),
    z.object({ record: QcRecord }),
  ),

  /** How a text would be read in the record's place; nothing is kept. */
  'qc.preview': query(
    z.object({ key, text: z.string().max(8_000_000) }),
    z.object({ preview: QcPreview }),
  ),

  /** Says something of a record as it stands; kept on disk before the answer. */
  'qc.say': command(
    z.object({
      key,
      name: QcName,
      phase: QcPhase,
      verdict: QcVerdict,
      reason: z.string().trim().max(4000).default(''),
      /** Of `revise`. */
      text: z.string().max(8_000_000).optional(),
      /** What `qc.record` gave: it is refused when somebody has gone on since. */
      hash: z.string().max(200),
    }),
    z.object({ state: QcState }),
  ),

  /** Takes back what somebody said last; refused where somebody else has gone on from it. */
  'qc.undo': command(z.object({ name: QcName }), z.object({ key: z.string().optional() })),

  /** Writes the accepted records as a dataset in the format that was read; zipped where `path` ends in `.zip`. */
  'qc.export': command(z.object({ path: Path, withMedia: z.boolean().default(false) }), QcExport),
} as const;
