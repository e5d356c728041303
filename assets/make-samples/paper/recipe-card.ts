import { frittata } from '../draw/pantry.ts';
import { jpeg } from '../draw/render.ts';
import { PdfPage, writePdf } from './pdf.ts';

export interface Recipe {
  readonly title: string;
  readonly facts: string;
  readonly ingredients: readonly string[];
  readonly steps: readonly string[];
  readonly color: string;
  readonly withPicture?: boolean;
}

/** A recipe card of A5, with the picture of the dish above. */
export async function recipeCard(recipe: Recipe): Promise<Buffer> {
  const page = new PdfPage(420, 595);
  let y = 66;
  if (recipe.withPicture ?? true) {
    const picture = await jpeg(frittata(), 80);
    page.picture(picture, [760, 500], 0, 0, 420);
    y = 316;
  }
  page.box(0, y - 40, 420, 5, recipe.color);
  page.text(32, y, recipe.title, 21, true);
  page.text(32, y + 19, recipe.facts, 9.5, false, '#5b6675');
  const top = y + 50;
  page.text(32, top, 'Ingredients', 11.5, true, recipe.color);
  for (const [i, one] of recipe.ingredients.entries())
    page.text(32, top + 18 + i * 15, `•  ${one}`, 9.5);
  page.text(186, top, 'Method', 11.5, true, recipe.color);
  let at = top + 18;
  for (const [i, step] of recipe.steps.entries()) {
    page.text(186, at, `${i + 1}.`, 9.5, true);
    at = page.paragraph(202, at, step, 42, 9.5) + 3;
  }
  return writePdf([page], recipe.title);
}
