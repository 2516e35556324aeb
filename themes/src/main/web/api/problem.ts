/** A refusal in the API's words: RFC 9457, with a code that is stable. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly field?: string,
  ) {
    super(detail);
  }

  static async of(answer: Response): Promise<ApiProblem> {
    const body: unknown = await answer.json().catch(() => ({}));
    const { code, detail, field } = body as { code?: string; detail?: string; field?: string };
    return new ApiProblem(answer.status, code ?? "unknown", detail ?? `${answer.status} ${answer.statusText}`, field);
  }

  /** Whatever went wrong, as a problem: a request that got no answer is one too. */
  static from(error: unknown): ApiProblem {
    return error instanceof ApiProblem
      ? error
      : new ApiProblem(0, "no-answer", error instanceof Error ? error.message : String(error));
  }
}
