import { AppError } from '../../../../shared/api/errors.ts';
import {
  captionerOf,
  CAPTIONED_MODALITIES,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import type { RunMetric } from '../../../../shared/model/run.ts';
import { settingsOf, type JudgeSetup } from './judge-setup.ts';

const CAPTIONERS = CAPTIONED_MODALITIES.map(captionerOf);

/**
 * A budget is only kept to where every call has a price.
 *
 * @throws AppError 'bad-input' that names an endpoint without
 */
export function requirePrices(setup: JudgeSetup, metrics: readonly RunMetric[]): void {
  const isCaptioned = metrics.includes('SC') || metrics.includes('coherence');
  const roles: readonly RoleId[] = ['judge', ...(isCaptioned ? CAPTIONERS : [])];
  for (const role of roles) {
    const settings = settingsOf(setup, role);
    if (settings === undefined) continue;
    const { usdPerMTokIn, usdPerMTokOut, model } = settings;
    if (usdPerMTokIn !== undefined && usdPerMTokOut !== undefined) continue;
    throw new AppError(
      'bad-input',
      `Cannot keep to a budget: "${model}", which serves as ${role}, has no price. Set what a ` +
        'million tokens cost, 0 where they are free, or leave the budget out.',
    );
  }
}
