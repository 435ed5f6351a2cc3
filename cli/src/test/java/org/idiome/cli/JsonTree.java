package org.idiome.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A JSON document as a tree, read by somebody else's reader.
final class JsonTree {
  private static final ObjectMapper READER = new ObjectMapper();

  private JsonTree() {}

  static JsonNode of(String text) {
    return READER.readTree(text);
  }
}
