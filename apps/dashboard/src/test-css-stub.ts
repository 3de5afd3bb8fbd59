/** Stands in for every style sheet under test: a class is called what its key is called. */
const classNames: Readonly<Record<string, string>> = new Proxy({}, { get: (_, key) => String(key) });

export default classNames;
