package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.packed.PackedRelease;

/// A release that was imported.
///
/// @param folder where its files lie
/// @param isRetired whether it is out of lists and new snapshots
public record Release(Path folder, ReleaseCard card, boolean isRetired) {
  static final String CARD = "release.json";
  static final String CARD_HASH = "release.sha256";
  static final String PUBLISHED = "published";
  static final String PACKED = "claims.idk";
  static final String RETIRED = "retired.txt";

  /// Reads the card of a release.
  ///
  /// @throws BadInputException where it is not as it was written
  static Release of(Path folder) throws IOException {
    var card = folder.resolve(CARD);
    try {
      var bytes = Files.readAllBytes(card);
      if (Files.readString(folder.resolve(CARD_HASH)).equals(hashLine(bytes))) {
        return new Release(folder, CardReader.read(bytes), Files.exists(folder.resolve(RETIRED)));
      }
    } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException _) {
      throw damaged(card);
    }
    throw damaged(card);
  }

  static BadInputException damaged(Path file) {
    return new BadInputException(
        Problem.of(ProblemCode.KNOWLEDGE_RELEASE_DAMAGED, Place.file(file.toString())));
  }

  private static String hashLine(byte[] card) {
    return Sha256.of(card).hex() + "\n";
  }

  static void write(Path folder, ReleaseCard card) throws IOException {
    var text = card.toJson().pretty();
    Whole.write(folder.resolve(CARD), text);
    Whole.write(folder.resolve(CARD_HASH), hashLine(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The bytes as they were published.
  public Path published() {
    return folder.resolve(PUBLISHED);
  }

  Path packed() {
    return folder.resolve(PACKED);
  }

  /// Maps its claims and terms; the caller closes.
  public PackedRelease open() throws IOException {
    return PackedRelease.open(packed());
  }
}
