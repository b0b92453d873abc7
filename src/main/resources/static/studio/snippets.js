// The request behind a picture, as code to go on with.
/** @import { Recipe } from './types.js' */
import { body, fileName } from './recipe.js';

/** @param {Recipe} recipe @param {string} base the address of the service */
export const curl = (recipe, base) => `curl -X POST ${base}generate \\
  -H 'Content-Type: application/json' -H 'Accept: image/png' \\
  -d '${JSON.stringify(body(recipe)).replaceAll("'", "'\\''")}' \\
  -o ${fileName(recipe, 'png')}
`;

/** @param {Recipe} recipe @param {string} base */
export const javaScript = (recipe, base) => `const response = await fetch(${JSON.stringify(`${base}generate`)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'image/png' },
  body: JSON.stringify(${JSON.stringify(body(recipe))}),
});
if (!response.ok) {
  throw new Error((await response.json()).detail);
}
const picture = await response.blob();
`;

/** JSON of strings, numbers, lists and objects is Python as well. @param {Recipe} recipe @param {string} base */
export const python = (recipe, base) => `import requests

response = requests.post(${JSON.stringify(`${base}generate`)}, headers={"Accept": "image/png"},
    json=${JSON.stringify(body(recipe))})
response.raise_for_status()
with open(${JSON.stringify(fileName(recipe, 'png'))}, "wb") as file:
    file.write(response.content)
`;
