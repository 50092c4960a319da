// The editor's form as fields by name, there and back.
const HELD = new Set(["__RequestVerificationToken", "Version", "step", "note", "when"]);

export class Sheet {
  constructor(form) {
    this.form = form;
  }

  get version() {
    return Number(this.form.elements.Version.value);
  }

  set version(number) {
    this.form.elements.Version.value = number;
  }

  get token() {
    return this.form.elements.__RequestVerificationToken.value;
  }

  set token(value) {
    this.form.elements.__RequestVerificationToken.value = value;
  }

  get #fields() {
    return [...this.form.elements].filter((field) => field.name && !HELD.has(field.name) && field.type !== "submit" && !(field.type === "hidden" && field.name === "OffersSummary"));
  }

  read() {
    return Object.fromEntries(this.#fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
  }

  write(fields) {
    for (const field of this.#fields) {
      if (!(field.name in fields)) continue;
      if (field.type === "checkbox") field.checked = fields[field.name];
      else field.value = fields[field.name];
    }
    this.form.dispatchEvent(new CustomEvent("refilled", { bubbles: true }));
  }

  toBody() {
    const body = new FormData(this.form);
    for (const name of ["step", "note", "when"]) body.delete(name);
    return body;
  }
}

export const same = (one, other) => Object.keys(one).every((name) => one[name] === (other[name] ?? one[name]));
export const isBlank = (fields) => !["Headline", "Standfirst", "Body", "Notes"].some((name) => fields[name]?.trim());
