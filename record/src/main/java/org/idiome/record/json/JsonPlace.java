package org.idiome.record.json;

import org.jspecify.annotations.Nullable;

/// Where a value stands: the way down from the root, and the line on which it begins.
public final class JsonPlace {
  private final @Nullable JsonPlace parent;
  private final @Nullable String name;
  private final int index;
  private final long line;

  private JsonPlace(@Nullable JsonPlace parent, @Nullable String name, int index, long line) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.line = line;
  }

  static JsonPlace root(long line) {
    return new JsonPlace(null, null, 0, line);
  }

  JsonPlace member(String memberName, long memberLine) {
    return new JsonPlace(this, memberName, 0, memberLine);
  }

  JsonPlace item(int itemIndex, long itemLine) {
    return new JsonPlace(this, null, itemIndex, itemLine);
  }

  /// The line on which the value begins, from 1.
  public long line() {
    return line;
  }

  /// The JSON pointer (RFC 6901); empty for the root.
  public String pointer() {
    var out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }

  private void appendTo(StringBuilder out) {
    if (parent == null) {
      return;
    }
    parent.appendTo(out);
    out.append('/');
    out.append(name == null ? Integer.toString(index) : escaped(name));
  }

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public String toString() {
    return line + " " + pointer();
  }
}
