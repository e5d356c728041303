// What is written for others.
import { z } from 'zod';
import {
  AnnotationExport,
  BundleExport,
  InstanceExport,
  InstanceFormat,
  OfficialExport,
  OfficialKind,
  RatingExport,
  ReportExport,
  ReportFormat,
} from '../../model/export.ts';
import { InstanceFilter, InstanceSort } from '../../model/filter.ts';
import { GroupBy } from '../../model/report.ts';
import { Done, Models, Path, command } from './define.ts';

/** A file's own name: no folder, nothing hidden, nothing that a system does not take. */
const FileName = z
  .string()
  .max(120)
  .regex(/^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u, 'Not a name for a file');

export const exportMethods = {
  /**
   * Makes a place to which another export can write one file that leaves through the browser: the host
   * hands it out once for the token, and it is deleted. Only where the host has `downloads`.
   */
  'export.place': command(
    z.object({ name: FileName }),
    z.object({ token: z.string(), path: Path }),
  ),

  /** Deletes what was written to a place and nobody fetched. */
  'export.drop': command(z.object({ token: z.string().max(100) }), Done),

  /**
   * Writes figures of a model as an official result file, computed ones before imported ones; a file
   * that is there is replaced, but none that was imported.
   */
  'export.official': command(
    z.object({
      as: OfficialKind,
      /** Means of what people rated, marked as theirs, instead of the judge's figures. */
      by: z.enum(['judge', 'people']).default('judge'),
      model: z.string(),
      filter: InstanceFilter.default({}),
      path: Path,
    }),
    OfficialExport,
  ),

  /** Writes what people said of the instances as JSON lines; with a model, of its responses only. */
  'export.annotations': command(
    z.object({
      filter: InstanceFilter.default({}),
      model: z.string().optional(),
      path: Path,
    }),
    AnnotationExport,
  ),

  /**
   * Writes the current set, one instance a line, in the order of `sort`: key and its parts, the figures of
   * the models chosen, and what people said. A file that is there is replaced, but none that was imported.
   */
  'export.instances': command(
    z.object({
      as: InstanceFormat,
      filter: InstanceFilter.default({}),
      sort: InstanceSort.default({ by: 'key', descending: false }),
      models: Models.default([]),
      path: Path,
    }),
    InstanceExport,
  ),

  /**
   * Writes a folder, or a zip where the path ends in `.zip`, that can be handed on: a page that opens by
   * double click, the media, and a project that opens for reading. A bundle that is there is replaced,
   * nothing else.
   */
  'export.bundle': command(
    z.object({
      filter: InstanceFilter.default({}),
      /** All when empty. */
      models: Models.default([]),
      title: z.string().min(1).max(200),
      path: Path,
    }),
    BundleExport,
  ),

  /**
   * Writes figures as tables, and examples with media, figures and words, as one file that stands alone.
   * A file that is there is replaced, but none that was imported.
   */
  'export.report': command(
    z.object({
      as: ReportFormat,
      title: z.string().min(1).max(200),
      filter: InstanceFilter.default({}),
      /** All when empty; the first two are compared. */
      models: Models.default([]),
      /** Figures by group, besides those over all. */
      groupBy: GroupBy.optional(),
      examples: z
        .object({
          /** That of the report when absent. */
          filter: InstanceFilter.optional(),
          sort: InstanceSort.default({ by: 'key', descending: false }),
          count: z.int().min(0).max(100).default(0),
        })
        .default({ sort: { by: 'key', descending: false }, count: 0 }),
      path: Path,
    }),
    ReportExport,
  ),

  /** Writes ratings by people, one a line; those that rest on what has changed since are marked so. */
  'export.ratings': command(
    z.object({
      filter: InstanceFilter.default({}),
      sampleId: z.string().max(60).optional(),
      format: z.enum(['jsonl', 'csv']).default('jsonl'),
      path: Path,
    }),
    RatingExport,
  ),
} as const;
