/** moto 5.2.5 makes SAML providers, and forgets their tags. */
export class SamlProviderTags {
  readonly #tags = new Map<string, string>();

  /** Notes the tags of a provider that is made, and adds them where one is read. */
  public amend(request: string, answer: string): string {
    const form = new URLSearchParams(request);
    if (form.get("Action") === "CreateSAMLProvider") {
      this.#tags.set(form.get("Name") ?? "", tagsOf(form));
    }
    if (form.get("Action") !== "GetSAMLProvider") return answer;
    const name = form.get("SAMLProviderArn")?.split("/").at(-1) ?? "";
    const end = "</GetSAMLProviderResult>";
    return answer.replace(end, `<Tags>${this.#tags.get(name) ?? ""}</Tags>${end}`);
  }
}

function tagsOf(form: URLSearchParams): string {
  return [...form.keys()]
    .flatMap((key) => /^Tags\.member\.(\d+)\.Key$/.exec(key)?.[1] ?? [])
    .map((index) => {
      const part = (name: string): string => form.get(`Tags.member.${index}.${name}`) ?? "";
      return `<member><Key>${part("Key")}</Key><Value>${part("Value")}</Value></member>`;
    })
    .join("");
}
