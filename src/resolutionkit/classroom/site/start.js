// Runs in the worker behind a notebook: when Python is there, it loads the kit, so that no lesson begins with an installation.
// Above this line stands pyodide.js, or a line that imports it.
const loadPythonAlone = self.loadPyodide;
self.loadPyodide = async (options) => {
  const pyodide = await loadPythonAlone(options);
  const kit = await (await fetch(new URL("kit.json", options.kitURL))).json();
  await pyodide.loadPackage([...kit.packages, ...kit.wheels.map((name) => new URL(name, options.kitURL).href)], {
    messageCallback: () => {},
  });
  // Matplotlib would search for fonts before its first figure.
  pyodide.FS.mkdirTree("/home/pyodide/.config/matplotlib");
  pyodide.FS.writeFile(`/home/pyodide/.config/matplotlib/${kit.fonts.name}`, kit.fonts.content);
  pyodide.runPython(`import os; os.environ.update(${JSON.stringify(kit.environment)})`);
  return pyodide;
};
