package org.idiome.knowledge.source.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.genomics.io.ByteDictionary;
import org.idiome.knowledge.source.Identifiers;
import org.jspecify.annotations.Nullable;

/// The nodes of a network by their bytes: each is read once, and is one text from then on.
final class SifNodes {
  private static final int FIRST_CAPACITY = 1 << 12;

  private final ByteDictionary numbers = new ByteDictionary();
  private final Identifiers ids;
  private @Nullable String[] curies = new @Nullable String[FIRST_CAPACITY];

  SifNodes(Identifiers ids) {
    this.ids = ids;
  }

  /// What a node is called, or null where it is no known identifier.
  @Nullable String curie(byte[] bytes, int start, int end) {
    int before = numbers.size();
    int number = numbers.add(bytes, start, end);
    if (number == before) {
      if (number == curies.length) {
        curies = Arrays.copyOf(curies, curies.length * 2);
      }
      curies[number] = ids.curie(numbers.text(number));
    }
    return curies[number];
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
