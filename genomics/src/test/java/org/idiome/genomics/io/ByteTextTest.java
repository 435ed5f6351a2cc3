package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {
  private static String read(ByteText text) {
    return new String(text.toBytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 99, 100, 1_234_567_890, Integer.MAX_VALUE})
  void numbersAreDecimal(int number) {
    assertThat(read(new ByteText(1).put(number))).isEqualTo(Integer.toString(number));
  }

  @Test
  void noNumberIsNegative() {
    assertThatThrownBy(() -> new ByteText(1).put(-1)).hasMessageContaining("-1");
  }

  @Test
  void itGrowsAndBeginsAnew() throws IOException {
    var text = new ByteText(1).put('a').put("\u00e4b").put(new byte[] {'x', 'y', 'z'}, 1, 3);
    assertThat(read(text)).isEqualTo("a\u00e4byz");
    assertThat(text.size()).isEqualTo(6);
    var out = new ByteArrayOutputStream();
    text.moveTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\u00e4byz");
    assertThat(read(text.put('n'))).isEqualTo("n");
    text.clear();
    assertThat(text.size()).isZero();
  }

  @Test
  void whatWasPutLastCanBeTakenBack() {
    var text = new ByteText(1).put("kept").put(new ByteText(1).put(" and left"));
    assertThat(text).hasToString("kept and left");
    text.cut(4);
    assertThat(text.put('!')).hasToString("kept!");
    assertThatThrownBy(() -> text.cut(6)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
