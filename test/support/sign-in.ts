/** Signs in through the provider inside the process, as a browser does. @returns the header `Cookie`. */
export async function signInAs(url: string, account: string): Promise<string> {
  const cookies = new Map<string, string>();
  const open = async (address: string, form?: URLSearchParams): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(form === undefined ? {} : { method: 'POST', body: form }) });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return new URL(response.headers.get('location') ?? '/', url).href;
  };
  const choice = await open(await open(`${url}/auth/sign-in`));
  await open(await open(await open(choice, new URLSearchParams({ account }))));
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
