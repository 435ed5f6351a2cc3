package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.vcf.FieldDefinition.Constraint;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;

/// What is taken at the first look is what a close look takes.
class UsualFieldsTest {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,7}");
  private static final Pattern DECIMAL = Pattern.compile("-?(?=[0-9.]{1,7}$)[0-9]+(\\.[0-9]*)?");

  private static final List<String> KEYS =
      List.of(
          "DP",
          "AF",
          "AN",
          "AC",
          "X",
          "SEVENTH",
          "EIGHTKEY",
          "FIFTEEN_LETTERS",
          "SIXTEEN_LETTERS_",
          "FL",
          "NO");

  private static final String HEADER =
      """
      ##fileformat=VCFv4.2
      ##INFO=<ID=DP,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=AF,Number=A,Type=Float,Description="x">
      ##INFO=<ID=AN,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=AC,Number=A,Type=Integer,Description="x">
      ##INFO=<ID=X,Number=1,Type=Float,Description="x">
      ##INFO=<ID=SEVENTH,Number=.,Type=Float,Description="x">
      ##INFO=<ID=EIGHTKEY,Number=R,Type=Integer,Description="x">
      ##INFO=<ID=FIFTEEN_LETTERS,Number=1,Type=Float,Description="x">
      ##INFO=<ID=SIXTEEN_LETTERS_,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=FL,Number=0,Type=Flag,Description="x">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
      """;

  @Test
  void shortPlainNumbersWithinTheirBoundAreUsual() {
    Cases.check(
        "a usual field",
        made -> {
          var key = made.oneOf(KEYS);
          boolean isDecimal = made.coin();
          var number = made.oneOf(List.of("1", "2", "A", "R", "."));
          var bound =
              made.oneOf(List.of(Constraint.NONE, Constraint.NON_NEGATIVE, Constraint.FRACTION));
          int alternates = made.between(0, 2);
          var definition =
              new FieldDefinition(
                  key,
                  Objects.requireNonNull(FieldNumber.parse(number)),
                  isDecimal ? FieldType.FLOAT : FieldType.INTEGER,
                  bound);
          var written = made.coin() ? key : made.oneOf(KEYS);
          var value = value(made);
          // What stands behind the column may be anything, as far as the buffer goes.
          boolean isLast = made.coin();
          var rest = (isLast ? "" : ";") + made.text("1.;\t", 20);
          var bytes = ("," + written + "=" + value + rest).getBytes(StandardCharsets.US_ASCII);
          int behind = written.length() + value.length() + 2;
          int end = isLast ? behind : bytes.length;

          var fields = new UsualFields();
          fields.know(3, definition);
          int found = fields.end(3, bytes, 1, end, alternates);

          int counted =
              switch (number) {
                case "A" -> alternates;
                case "R" -> alternates + 1;
                case "2" -> 2;
                default -> 1;
              };
          var values = value.split(",", -1);
          boolean isUsual =
              written.equals(key)
                  && key.length() < 16
                  && bytes.length >= 1 + 16
                  // Eight bytes are read at once.
                  && bytes.length >= behind + 8
                  && counted == values.length;
          for (var one : values) {
            isUsual &= (isDecimal ? DECIMAL : WHOLE).matcher(one).matches() && isWithin(bound, one);
          }
          if (isUsual) {
            assertThat(found).as(key + "=" + value).isEqualTo(behind);
            assertThat(fields.value(3, 1)).isEqualTo(behind - value.length());
          }
          if (found != UsualFields.UNUSUAL) {
            assertThat(found).isEqualTo(behind);
            assertThat(written).isEqualTo(key);
            var check = new ValueCheck();
            check.context(alternates, -1, -1);
            assertThat(check.check(definition, bytes, behind - value.length(), behind))
                .as(number + " " + bound + " " + value)
                .isEqualTo(ValueCheck.Fault.NONE);
          }
        });
  }

  private static boolean isWithin(Constraint bound, String value) {
    return switch (bound) {
      case NON_NEGATIVE -> !value.startsWith("-");
      case FRACTION -> value.equals("1") || value.matches("0(\\..*)?");
      default -> true;
    };
  }

  private static String value(Made made) {
    return made.oneOf(
        List.of(
            made.text("0123456789", 3) + "5," + made.text("0123456789.", 3) + "7",
            made.text("01.-", 9),
            made.text("0123456789", 12),
            "0." + made.text("0123456789", 8),
            made.text("0159,.e", 6),
            "1",
            "-7"));
  }

  /// A first record is looked at closely; behind one that is like it the first look has its turn.
  @Test
  void aRecordSaysTheSameWhateverStandsBeforeIt() {
    Cases.check(
        "a record behind another",
        made -> {
          var before = record(1, made);
          var after = made.coin() ? record(2, made) : before.replace("c\t1\t", "c\t2\t");
          var alone = read(after);
          var both = read(before, after);
          var first = read(before);
          assertThat(both.values).endsWith(alone.values.getLast());
          for (var code : ProblemCode.values()) {
            if (code != ProblemCode.VCF_NOT_DEFINED) {
              assertThat(both.count(code))
                  .as("%s of %s behind %s", code, after, before)
                  .isEqualTo(first.count(code) + alone.count(code));
            }
          }
        });
  }

  private static String record(int at, Made made) {
    var fields = new ArrayList<String>();
    for (var key : made.list(6, one -> one.oneOf(KEYS))) {
      fields.add(made.between(0, 9) == 0 ? key : key + "=" + value(made));
    }
    var info = fields.isEmpty() ? "." : String.join(";", fields);
    return "c\t" + at + "\t.\tA\t" + made.oneOf(List.of("C", "C,G", ".")) + "\t.\t.\t" + info;
  }

  private record Read(List<String> values, Map<ProblemCode, Long> counts) {
    long count(ProblemCode code) {
      return counts.getOrDefault(code, 0L);
    }
  }

  private static Read read(String... records) throws IOException {
    var problems = new Problems();
    var values = new ArrayList<String>();
    // Without an end behind the last line: what stands in the buffer behind it is no part of it.
    var text = HEADER + String.join("\n", records);
    try (var reader = new VcfReader(VcfFiles.input(text), VcfLimits.DEFAULT, problems)) {
      while (reader.next()) {
        var said = new StringBuilder();
        for (var key : KEYS) {
          said.append(reader.info(key)).append(reader.hasInfo(reader.infoNumber(key)));
        }
        values.add(said.toString());
      }
    }
    var counts = new EnumMap<ProblemCode, Long>(ProblemCode.class);
    for (var code : ProblemCode.values()) {
      counts.put(code, problems.count(code));
    }
    // Said once a file.
    counts.remove(ProblemCode.VCF_LAST_LINE);
    return new Read(values, counts);
  }
}
