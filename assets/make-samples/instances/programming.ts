import { value, type InstanceSpec } from '../build/spec.ts';

const broken = `\`\`\`java
import java.util.*;

class Inventory {
    private final Map<String, List<Integer>> lots = new HashMap<>();

    void add(String item, int amount) {
        lots.get(item).add(amount);
    }

    int total(String item) {
        int sum = 0;
        for (int i = 0; i <= lots.get(item).size(); i++) {
            sum += lots.get(item).get(i);
        }
        return sum;
    }
}
\`\`\``;

const fixed = `\`\`\`java
import java.util.*;

class Inventory {
    private final Map<String, List<Integer>> lots = new HashMap<>();

    void add(String item, int amount) {
        lots.computeIfAbsent(item, key -> new ArrayList<>()).add(amount);
    }

    int total(String item) {
        int sum = 0;
        for (int amount : lots.getOrDefault(item, List.of())) {
            sum += amount;
        }
        return sum;
    }
}
\`\`\``;

const inventory: InstanceSpec = {
  field: 'natural_science',
  folder: '6_programming',
  id: '0015',
  difficulty: 2,
  capabilities: ['C5', 'C7'],
  input: {
    content:
      'The class in <code1> throws a NullPointerException on the first call of add and an IndexOutOfBoundsException in total. Explain both causes and return the corrected class. Map<String, List<Integer>> must stay the type of the field.',
    items: { code1: value(broken, 'A Java class with two bugs') },
  },
  output: {
    content:
      'add reads a list that was never put into the map, so lots.get(item) is null; computeIfAbsent makes it on first use. total runs one index too far because of <=; iterating over the values avoids indices altogether and getOrDefault answers 0 for an unknown item.\n\n<code2>',
    items: {
      code2: value(fixed, 'The corrected Java class, using computeIfAbsent and a for-each loop'),
    },
  },
  answers: {
    aria: {
      content:
        '1. `lots.get(item)` is null until a list has been stored → use `computeIfAbsent`.\n2. `i <= size()` reads one past the end → iterate over the values.\n\n<code2>',
      items: {
        code2: value(
          fixed
            .replace(
              'for (int amount : lots.getOrDefault(item, List.of())) {\n            sum += amount;\n        }\n        return sum;',
              'return lots.getOrDefault(item, List.of()).stream().mapToInt(Integer::intValue).sum();',
            )
            .replace('        int sum = 0;\n', ''),
          'The corrected class, summing with a stream',
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { code2: 92 } },
    },
    polyglot: {
      content:
        'Only the loop is wrong: use < instead of <=. The vector<vector<int>> version in C++ would be faster. <code2>',
      items: {
        code2: value(
          broken.replace('<= lots', '< lots').replace(/\n/g, '\r\n'),
          'The Java class with only the loop corrected',
        ),
      },
      scores: { sc: 3, hc: 3, sh: 4, gq: { code2: 58 } },
    },
  },
};

/** Programming of the demo. */
export const programming: readonly InstanceSpec[] = [inventory];
