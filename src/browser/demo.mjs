// The demo's people, who sign in with one click: a form that answers with the cookie.
const post = (address, path, fields, cookie) =>
  fetch(`${address}${path}`, {
    method: "POST",
    headers: {
      Origin: address,
      "Content-Type": "application/x-www-form-urlencoded",
      ...(cookie ? { Cookie: cookie } : {}),
    },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });

/** The addresses of the whole cast, as the sign-in page has them. */
export const cast = async (address) => {
  const page = await (await fetch(`${address}/sign-in`)).text();
  return [...page.matchAll(/name="email" value="([^"]+)"/g)].map((found) => found[1]);
};

/** "name=value" of who has this first name. */
export const signIn = async (address, name) => {
  const email = (await cast(address)).find((one) => one.startsWith(name.toLowerCase()));
  if (!email) throw new Error(`the demo has no ${name}`);
  const answer = await post(address, "/demo/sign-in", { to: "/", email });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`no sign-in as ${email}: ${answer.status}`);
  return cookie;
};

export const speak = async (address, cookie, language) => {
  const answer = await post(address, "/language", { language }, cookie);
  if (answer.status >= 400) throw new Error(`no ${language}: ${answer.status}`);
};
