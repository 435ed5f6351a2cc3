package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.idiome.genomics.vcf.FieldDefinition.Constraint;
import org.idiome.genomics.vcf.ValueCheck.Fault;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

/// The first glance at a field never takes what a close look refuses, and sees what is plain.
class PlainValuesTest {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]*)?");

  @Test
  void endsBehindAsManyPlainNumbersAsTheDefinitionSays() {
    Cases.check(
        "plain numbers, as many as there should be",
        made -> {
          boolean isDecimal = made.coin();
          var number = made.oneOf(List.of("1", "2", "A", "R", "G", "P", "."));
          int alternates = made.between(0, 2);
          int ploidy = made.between(1, 3);
          var definition =
              new FieldDefinition(
                  "X",
                  Objects.requireNonNull(FieldNumber.parse(number)),
                  isDecimal ? FieldType.FLOAT : FieldType.INTEGER,
                  Constraint.NONE);
          var value =
              made.oneOf(
                  List.of(
                      made.text("019-.,e ", 12),
                      made.text("09,", 8),
                      String.join(",", made.list(4, one -> one.text("019", 3) + "1")),
                      String.join(",", made.list(10, one -> "7." + one.text("019", 3)))));
          var bytes = ("=" + value + ";Y=1").getBytes(StandardCharsets.US_ASCII);
          int end = 1 + value.length();

          var check = new ValueCheck();
          check.context(alternates, ploidy, -1);
          int plain = check.plainEnd(definition, bytes, 1, made.coin() ? end : bytes.length, ';');

          var values = value.split(",", -1);
          boolean isCounted =
              number.equals(".") || values.length == expected(number, alternates, ploidy);
          boolean isPlain = isCounted;
          for (var one : values) {
            isPlain &= (isDecimal ? DECIMAL : WHOLE).matcher(one).matches();
          }
          assertThat(plain)
              .as("%s of %s, %d alternates, ploidy %d", value, number, alternates, ploidy)
              .isEqualTo(isPlain ? end : -1);
          if (isPlain) {
            assertThat(check.check(definition, bytes, 1, end)).isEqualTo(Fault.NONE);
          }
        });
  }

  /// How many values there are, counted one by one.
  private static int expected(String number, int alternates, int ploidy) {
    return switch (number) {
      case "A" -> alternates;
      case "R" -> alternates + 1;
      case "P" -> ploidy;
      case "G" -> genotypes(0, alternates, ploidy);
      default -> Integer.parseInt(number);
    };
  }

  private static int genotypes(int least, int most, int ploidy) {
    if (ploidy == 0) {
      return 1;
    }
    int count = 0;
    for (int allele = least; allele <= most; allele++) {
      count += genotypes(allele, most, ploidy - 1);
    }
    return count;
  }
}
