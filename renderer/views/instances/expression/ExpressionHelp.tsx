import styles from '../SearchHelp.module.css';

const EXAMPLES = [
  ['SC("A") < 0.5', 'a figure of a model, by its name or its column’s letter'],
  ['delta("SC", "A", "B") < -0.2', 'A minus B'],
  ['StS("A") is unscored', 'without a figure'],
  ['field = "natural_science", "general"', 'one of several values'],
  ['output has audio', 'also input, tag, capability, mark'],
  ['length("A") > 500 and items("A", image) > 1', 'characters, and items of a kind'],
  ['flagged = yes or not (rated = yes)', 'and, or, not, parentheses'],
  ['search "weak acid"', 'as in the search box'],
] as const;

/** What a filter expression can say. */
export function ExpressionHelp() {
  return (
    <div className={styles.help} data-wide>
      <h3>A filter expression joins conditions, in [0, 1] where they are figures</h3>
      <dl>
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>Names are completed while typing: arrow keys choose, Tab takes, Enter filters.</p>
    </div>
  );
}
