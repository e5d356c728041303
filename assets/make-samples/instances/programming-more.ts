import { file, value, type InstanceSpec } from '../build/spec.ts';

const pythonDijkstra = `\`\`\`python
import heapq


def shortest(graph, start):
    best = {start: 0}
    queue = [(0, start)]
    while queue:
        cost, node = heapq.heappop(queue)
        if cost > best.get(node, float("inf")):
            continue
        for other, weight in graph[node]:
            step = cost + weight
            if step < best.get(other, float("inf")):
                best[other] = step
                heapq.heappush(queue, (step, other))
    return best
\`\`\``;

const cppDijkstra = `\`\`\`cpp
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

using Edge = std::pair<int, long>;  // target, weight

std::vector<long> shortest(const std::vector<std::vector<Edge>>& graph, int start) {
    constexpr long far = std::numeric_limits<long>::max();
    std::vector<long> best(graph.size(), far);
    using Entry = std::pair<long, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    best[start] = 0;
    queue.emplace(0, start);
    while (!queue.empty()) {
        auto [cost, node] = queue.top();
        queue.pop();
        if (cost > best[node]) continue;
        for (auto [other, weight] : graph[node]) {
            if (cost + weight < best[other]) {
                best[other] = cost + weight;
                queue.emplace(best[other], other);
            }
        }
    }
    return best;
}
\`\`\``;

const translate: InstanceSpec = {
  field: 'natural_science',
  folder: '6_programming',
  id: '16',
  difficulty: 3,
  capabilities: ['C5', 'C7', 'C9'],
  input: {
    content:
      'Translate <code1> to C++20 without changing its complexity. The graph is a vector<vector<pair<int, long>>>; unreachable nodes get the largest long. The translation goes into <code2>.',
    items: { code1: value(pythonDijkstra, 'Dijkstra in Python with a heap') },
  },
  output: {
    content:
      'std::priority_queue is a max-heap, so std::greater<> turns it round; stale entries are skipped as in the original, and the complexity stays O((V + E) log V).\n\n<code2>',
    items: {
      code2: value(cppDijkstra, 'Dijkstra in C++20 with a priority queue in ascending order'),
    },
  },
  answers: {
    aria: {
      content:
        'The heap becomes a `std::priority_queue` with `std::greater<>`; the result is a `vector<long>`.\n\n<code2>\n\nComplexity: $O((V+E)\\log V)$, as before.',
      items: {
        code2: value(
          cppDijkstra
            .replace('std::vector<long> shortest', '[[nodiscard]] std::vector<long> shortest')
            .replace(/\n/g, '\r\n'),
          'Dijkstra in C++20, marked nodiscard',
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { code2: 94 } },
    },
    polyglot: {
      content: 'In Rust it is shorter, so I translated it to Rust: <code2> <code3>',
      items: {
        code2: value(
          '```rust\nuse std::collections::HashMap;\n\nfn shortest(graph: &HashMap<u32, Vec<(u32, u64)>>, start: u32) -> HashMap<u32, u64> {\n    let mut best = HashMap::from([(start, 0)]);\n    let mut open = vec![start];\n    while let Some(node) = open.pop() {\n        for &(other, weight) in &graph[&node] {\n            let step = best[&node] + weight;\n            if step < *best.get(&other).unwrap_or(&u64::MAX) {\n                best.insert(other, step);\n                open.push(other);\n            }\n        }\n    }\n    best\n}\n```',
          'A Rust function with a stack instead of a heap',
        ),
        code3: value('```\n// build: cargo run --release\n```', 'A build comment'),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { code2: 61, code3: 12 } },
    },
  },
};

const spec = `# Loans of a school library

Three kinds of things are kept:

| thing | what is known |
| --- | --- |
| book | ISBN, title, year |
| reader | number, name, class |
| loan | which book, which reader, from, due, returned |

Rules

1. A book can be lent **once** at a time.
2. A loan is due 14 days after it begins.
3. \`returned\` stays empty until the book is back.

Wanted: the tables, and a query for all readers with an overdue book.
`;

const sql = `\`\`\`sql
CREATE TABLE book   (isbn TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER);
CREATE TABLE reader (number INTEGER PRIMARY KEY, name TEXT NOT NULL, class TEXT);
CREATE TABLE loan (
  id       INTEGER PRIMARY KEY,
  isbn     TEXT    NOT NULL REFERENCES book (isbn),
  reader   INTEGER NOT NULL REFERENCES reader (number),
  lent_on  DATE    NOT NULL,
  due_on   DATE    GENERATED ALWAYS AS (DATE(lent_on, '+14 days')) STORED,
  returned DATE
);
-- rule 1: only one open loan a book
CREATE UNIQUE INDEX one_open_loan ON loan (isbn) WHERE returned IS NULL;

SELECT DISTINCT reader.number, reader.name, book.title, loan.due_on
FROM loan
JOIN reader ON reader.number = loan.reader
JOIN book   ON book.isbn = loan.isbn
WHERE loan.returned IS NULL AND loan.due_on < CURRENT_DATE
ORDER BY loan.due_on;
\`\`\``;

const library: InstanceSpec = {
  field: 'natural_science',
  folder: '6_programming',
  id: '0301',
  difficulty: 1,
  capabilities: ['C4', 'C9'],
  input: {
    content:
      'Write the SQL schema for the description in <document1> and the query that it asks for. Enforce rule 1 in the database itself. Your answer must include 1 code.',
    items: {
      document1: file('md', 'Requirements of a library database', () => Buffer.from(spec)),
    },
  },
  output: {
    content:
      'A partial unique index keeps rule 1: there can be only one loan of a book whose return date is still empty. The due date is generated from the first day.\n\n<code1>',
    items: {
      code1: value(
        sql,
        'SQL tables for book, reader and loan with a partial unique index, and a query for overdue loans',
      ),
    },
  },
  answers: {
    aria: {
      content: 'Three tables, a generated due date, and a partial unique index for rule 1: <code1>',
      items: {
        code1: value(
          sql.replace('SELECT DISTINCT', 'SELECT').replace(/\n/g, '\\n'),
          'SQL schema and query, its line ends escaped twice',
        ),
      },
      scores: { sc: 5, hc: 4, sh: 5, gq: { code1: 90 } },
    },
    polyglot: {
      content: 'I use TypeScript classes; the check is done in the application. <code1>',
      items: {
        code1: value(
          '```\r\ntypescript\r\ntype Loan = { isbn: string; reader: number; from: Date; returned?: Date };\r\n\r\nexport function overdue(loans: Loan[], today: Date): Loan[] {\r\n  const limit = 14 * 24 * 3600 * 1000;\r\n  return loans.filter((loan) => !loan.returned && +today - +loan.from > limit);\r\n}\r\n```',
          'A TypeScript function that filters overdue loans',
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { code1: 66 } },
    },
  },
};

/** More of programming: translation and a schema. */
export const programmingMore: readonly InstanceSpec[] = [translate, library];
