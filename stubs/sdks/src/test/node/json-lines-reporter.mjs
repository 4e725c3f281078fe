// Writes the result of each check as one line of JSON, which NodeCheck.java reads.
import { basename } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  for await (const { type, data } of events) {
    if ((type === 'test:pass' || type === 'test:fail') && data.details.type !== 'suite') {
      const leftOut = data.skip ?? data.todo;
      yield `${JSON.stringify({
        file: basename(data.file ?? data.name),
        name: data.name,
        passed: type === 'test:pass',
        leftOut: leftOut === undefined || leftOut === false ? '' : String(leftOut === true ? 'pending' : leftOut),
        error: type === 'test:pass' ? '' : inspect(data.details.error?.cause ?? data.details.error),
      })}\n`;
    }
  }
}
