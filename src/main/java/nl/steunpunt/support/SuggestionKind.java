package nl.steunpunt.support;

public enum SuggestionKind {
  ANSWER,
  ISSUE
}
