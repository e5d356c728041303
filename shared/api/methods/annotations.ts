// What people say of instances.
import { z } from 'zod';
import {
  Annotation,
  AnnotationDraft,
  AnnotationEvent,
  BulkAnnotation,
} from '../../model/annotation.ts';
import { InstanceFilter } from '../../model/filter.ts';
import { Taxonomy } from '../../model/taxonomy.ts';
import { Done, Models, None, command, query } from './define.ts';

export const annotationsMethods = {
  /** What people said of an instance, in the order in which it was said first. */
  'annotations.list': query(
    z.object({ key: z.string() }),
    z.object({ annotations: z.array(Annotation), canUndo: z.boolean() }),
  ),

  /** Adds one, or changes the one whose id is given; it is then bound to the content as it is now. */
  'annotations.save': command(AnnotationDraft, z.object({ annotation: Annotation })),

  /**
   * Says one thing of every filtered instance. It is one step to take back, however many there are.
   *
   * @returns `changed` instances; the others of the set had it (or, of a removal, had it not) already
   */
  'annotations.saveMany': command(
    z.object({ filter: InstanceFilter, models: Models, annotation: BulkAnnotation }),
    z.object({ changed: z.int().min(0), total: z.int().min(0) }),
  ),
  'annotations.remove': command(z.object({ id: z.string() }), Done),

  /**
   * Takes back the last step since the project was opened. Without a key there was none, or it was one
   * over many instances: `instances` says over how many.
   */
  'annotations.undo': command(
    None,
    z.object({ key: z.string().optional(), instances: z.int().min(2).optional() }),
  ),

  /** Every change that was ever made, newest first. */
  'annotations.history': query(
    z.object({ key: z.string(), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ events: z.array(AnnotationEvent) }),
  ),

  /** The project's tags, those shipped, and how often each is in use, also of tags that are gone. */
  'taxonomy.get': query(
    None,
    z.object({
      tags: Taxonomy,
      shipped: Taxonomy,
      uses: z.record(z.string(), z.int()),
    }),
  ),

  /** Replaces the list; annotations keep their tags, whatever becomes of these. */
  'taxonomy.save': command(z.object({ tags: Taxonomy }), Done),
} as const;
