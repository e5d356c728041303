import { file, type InstanceSpec } from '../build/spec.ts';
import { demandAt, marketChart, PRICES, supplyAt } from '../draw/market.ts';
import { COLOR } from '../draw/palette.ts';
import { png } from '../draw/render.ts';

const tax: InstanceSpec = {
  field: 'social_science',
  folder: '11_finance',
  id: '0404',
  difficulty: 2,
  capabilities: ['C4', 'C7', 'C9'],
  input: {
    content:
      '<document1> lists supply and demand on a weekly market at eight prices. Draw both curves, add a tax of 2 € a crate on the sellers, and mark the equilibrium before (E₀) and after (E₁). How much of the tax do the buyers bear? Include 1 image.',
    items: {
      document1: file('csv', 'Supply and demand at eight prices', () =>
        Buffer.from(
          [
            'price_eur;demand_thousand_crates;supply_thousand_crates',
            ...PRICES.map((p) => `${p},00;${demandAt(p)};${supplyAt(p)}`),
          ].join('\r\n') + '\r\n',
        ),
      ),
    },
  },
  output: {
    content:
      '<image1>\n\nWithout tax 90 − 9p = 6 + 5p gives p = 6 € and 36 thousand crates. With the tax 90 − 9p = 6 + 5(p − 2), so p = 6.71 € and 29.6 thousand crates: the buyers bear 0.71 € of the 2 €, the sellers 1.29 €, because demand is the more elastic side.',
    items: {
      image1: file(
        'png',
        'Supply and demand with supply shifted up by a tax; the equilibrium moves from 6 euro to 6.71 euro',
        () => png(marketChart({ title: 'A tax on sellers', tax: 2 })),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'The supply curve moves up by 2 €.\n\n<image1>\n\n| | price | quantity |\n| --- | --- | --- |\n| E₀ | 6.00 € | 36.0 |\n| E₁ | 6.71 € | 29.6 |\n\nBuyers bear 0.71 €, about 36 % of the tax.',
      items: {
        image1: file('png', 'Supply and demand in plum and green with both equilibria', () =>
          png(
            marketChart({
              title: 'Market with a tax of 2 €',
              tax: 2,
              demand: COLOR.plum,
              supply: COLOR.green,
            }),
          ),
        ),
      },
      scores: { sc: 3, hc: 4, sh: 5, gq: { image1: 78.8 } },
    },
    polyglot: {
      content:
        'A tax lowers demand <image1>. The price falls to 4.71 € and the sellers bear nothing.',
      items: {
        image1: file('png', 'The picture is cut off in the middle', async () => {
          const whole = await png(marketChart({ title: 'Tax', tax: 2, wrong: true }));
          return whole.subarray(0, Math.floor(whole.length * 0.42));
        }),
      },
      scores: { sc: 1, hc: 3, sh: 4, gq: { image1: null } },
    },
  },
};

/** Finance of the demo. */
export const finance: readonly InstanceSpec[] = [tax];
