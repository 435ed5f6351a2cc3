package org.idiome.record.json;

/// Bounds on a JSON document, which is held in memory as a tree.
///
/// @param depth nested objects and arrays
/// @param stringChars longest text or member name
/// @param values values in the whole document
/// @param documentBytes inflated size
public record JsonLimits(int depth, int stringChars, int values, int documentBytes) {
  /// Option that sets the depth.
  public static final String DEPTH_OPTION = "--max-json-depth";

  /// Option that sets the longest text.
  public static final String STRING_OPTION = "--max-json-string";

  /// Option that sets the number of values.
  public static final String VALUES_OPTION = "--max-json-values";

  /// Option that sets the inflated size.
  public static final String BYTES_OPTION = "--max-json-bytes";

  /// The bounds of the shell's contract: depth 100, 16 MiB a text; 5 million values, 256 MiB.
  public static final JsonLimits DEFAULT = new JsonLimits(100, 16 << 20, 5_000_000, 256 << 20);

  /// Longest number, in characters; no number of a person's record needs more.
  static final int NUMBER_CHARS = 1000;

  /// The depth that the stack of a thread holds for certain.
  public static final int DEEPEST = 1000;

  /// Refuses bounds that no document could keep, and a depth that the stack may not hold.
  public JsonLimits {
    if (depth < 1 || depth > DEEPEST || stringChars < 1 || values < 1 || documentBytes < 1) {
      throw new IllegalArgumentException("limits must be positive, depth at most " + DEEPEST);
    }
  }
}
