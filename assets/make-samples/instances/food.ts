import { file, type InstanceSpec } from '../build/spec.ts';
import { frittata, pantry } from '../draw/pantry.ts';
import { damaged, jpeg } from '../draw/render.ts';
import { recipeCard } from '../paper/recipe-card.ts';

const ingredients = [
  '4 eggs',
  '3 tomatoes',
  '1 onion',
  '60 g cheese',
  '2 tbsp olive oil',
  'basil, salt, pepper',
];

const card: InstanceSpec = {
  field: 'general_area',
  folder: '25_food',
  id: '0310',
  difficulty: 2,
  capabilities: ['C1', 'C4', 'C10'],
  input: {
    content:
      'Look into the pantry in <image1> and suggest one warm dish for two that needs nothing else and takes at most half an hour. Return it as a recipe card with ingredients, numbered steps and a picture. The answer must include 1 document.',
    items: {
      image1: file('jpg', 'Pantry shelves with eggs, tomatoes, onions, cheese, oil and basil', () =>
        jpeg(pantry(), 84),
      ),
    },
  },
  output: {
    content:
      'Eggs, tomatoes, onions and cheese make a frittata: <document1> Everything on the card stands on the shelves; the flour is not needed.',
    items: {
      document1: file(
        'pdf',
        'A recipe card for a tomato frittata with a picture, six ingredients and five steps',
        () =>
          recipeCard({
            title: 'Tomato frittata',
            facts: 'serves 2  •  25 minutes  •  one pan',
            color: '#c2413b',
            ingredients,
            steps: [
              'Slice the onion and soften it in the oil over a low heat for eight minutes.',
              'Add the tomatoes in thick slices; let their water cook away.',
              'Beat the eggs with salt, pepper and half of the grated cheese.',
              'Pour over, cover, and let it set on the lowest heat for ten minutes.',
              'Strew with the rest of the cheese and torn basil. Serve warm.',
            ],
          }),
      ),
    },
  },
  answers: {
    aria: {
      content: 'From what is there: a **tomato frittata**, ready in 25 minutes. <document1>',
      items: {
        document1: file('pdf', 'A green recipe card for a frittata with four steps', () =>
          recipeCard({
            title: 'Frittata with tomatoes and basil',
            facts: 'for two, 25 min',
            color: '#3f8f4f',
            ingredients,
            steps: [
              'Cook the sliced onion gently in oil until golden.',
              'Add sliced tomatoes, cook for five minutes.',
              'Pour in four beaten eggs with salt, pepper and cheese.',
              'Cover and let set for ten minutes; finish with basil.',
            ],
          }),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { document1: 88 } },
    },
    polyglot: {
      content: 'I suggest pancakes with milk and blueberries. <document1> A photograph: <image2>',
      items: {
        document1: file('pdf', 'A recipe card for pancakes without a picture', () =>
          recipeCard({
            title: 'Pancakes',
            facts: 'for many, 60 min',
            color: '#d9a321',
            withPicture: false,
            ingredients: ['milk', 'blueberries', 'flour', 'sugar'],
            steps: ['Mix all.', 'Bake.'],
          }),
        ),
        image2: file('jpg', 'A blurred picture of a round dish', () =>
          damaged(frittata(), { blur: 6, hue: 30, width: 420, quality: 50 }),
        ),
      },
      scores: { sc: 2, hc: 2, sh: 4, gq: { document1: 52, image2: 43.8 } },
    },
    echo: {
      content: 'There are <image1> eggs in the picture <image2> and <image3>.',
      items: {
        image2: file('jpg', 'A noisy picture of the shelves', () =>
          damaged(pantry(), { noise: 40, width: 480, hue: 90, quality: 40 }),
        ),
        image3: file('jpg', 'A blurred picture of the shelves', () =>
          damaged(pantry(), { blur: 14, width: 420, quality: 40 }),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 2, gq: { image2: 24.7, image3: 31.3 } },
    },
  },
};

/** Food of the demo. */
export const food: readonly InstanceSpec[] = [card];
