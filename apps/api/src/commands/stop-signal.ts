/** The wish of whoever started the process that it ends. */
export interface StopSignal {
  readonly promise: Promise<void>;
  happened(): boolean;
}

/** Listens to the signals that ask for an end; from then on they no longer end the process by themselves. */
export function stopSignal(): StopSignal {
  let happened = false;
  const promise = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        happened = true;
        resolve();
      });
    }
  });
  return { promise, happened: () => happened };
}
