package org.idiome.cli;

import org.idiome.report.words.Quoted;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Seconds to wait, as they are written behind an option that can also stand alone.
final class Seconds implements ITypeConverter<Long> {
  /// Called by the reader of the command line.
  Seconds() {}

  @Override
  public Long convert(String text) {
    try {
      long seconds = Long.parseLong(text);
      if (seconds >= 0) {
        return seconds;
      }
    } catch (NumberFormatException _) {
      // Said below, with what to write.
    }
    throw new TypeConversionException(
        "'"
            + Quoted.text(text)
            + "' is no number of seconds; write --wait=SECONDS, or --wait behind everything else");
  }
}
