import { InvalidArgumentError } from 'commander';
import { AppError } from '../../../shared/api/errors.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { parseFilter } from '../filter-expression.ts';

/** Reads the expression of `--filter`. */
export function parseFilterOption(text: string): InstanceFilter {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof AppError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
