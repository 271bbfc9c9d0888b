// Runs a Python script in Pyodide: node run_in_pyodide.mjs PYODIDE KIT SCRIPT WORDS…
// PYODIDE: a folder with its distribution; KIT: a folder with kit.json and wheels, as a site has it.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [python, kit, script, ...words] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${python}/pyodide.mjs`));
const pyodide = await loadPyodide({ indexURL: `${python}/`, args: ["-X", "utf8"] });
const quiet = { messageCallback: () => {} };
const about = JSON.parse(readFileSync(`${kit}/kit.json`, "utf8"));
await pyodide.loadPackage([...about.packages, ...about.wheels.map((name) => `${kit}/${name}`)], quiet);
pyodide.FS.mkdirTree("/here");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: "/" }, "/here");
pyodide.globals.set("words", pyodide.toPy([script, ...words].map((word) => (word.startsWith("/") ? `/here${word}` : word))));
await pyodide.runPythonAsync(`
import runpy, sys
sys.argv = list(words)
runpy.run_path(sys.argv[0], run_name="__main__")
sys.stdout.flush()`);
