package org.idiome.cli;

import org.idiome.record.json.JsonLimits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many, from one on: what bounds are given as.
final class Counts {
  private static final long MOST = 1 << 30;

  private Counts() {}

  /// Up to 2^30.
  static final class Few implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) count(text, MOST);
    }
  }

  /// How deep a document may be nested.
  static final class Depth implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) count(text, JsonLimits.DEEPEST);
    }
  }

  /// As many as there are.
  static final class Many implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return count(text, Long.MAX_VALUE);
    }
  }

  private static long count(String text, long most) {
    try {
      long count = Long.parseLong(text);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException _) {
      // Said below, like a number that is out of range.
    }
    throw new TypeConversionException("'" + text + "' is no whole number from 1 to " + most);
  }
}
