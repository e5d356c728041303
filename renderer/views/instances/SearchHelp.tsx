import styles from './SearchHelp.module.css';

const EXAMPLES = [
  ['weak acid', 'all the words, anywhere; the last may be a beginning'],
  ['"weak acid"', 'the phrase as it stands'],
  ['acid -strong', 'the first word, without the second'],
  ['responses:graph', 'only there; also task: reference: captions: notes:'],
] as const;

/** What can be typed into the search box. */
export function SearchHelp() {
  return (
    <div className={styles.help}>
      <h3>Search looks in task, reference, responses, captions and notes</h3>
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
    </div>
  );
}
