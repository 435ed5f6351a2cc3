package org.idiome.store.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy takes its place, or what lay there stays.
class FolderCopyTest {
  /// Else nothing would lie there, and the next import would begin a store without anybody.
  @Test
  void whereACopyCannotTakeItsPlaceTheStoreLiesThereAgain(@TempDir Path folder) throws IOException {
    var target = Files.createDirectory(folder.resolve("store"));
    Files.writeString(target.resolve("idiome.sqlite"), "the store");
    var former = folder.resolve("store.before-1");
    var nothing = folder.resolve(".store.aside");
    assertThatThrownBy(() -> FolderCopy.swap(nothing, target, former))
        .isInstanceOf(IOException.class);
    assertThat(target.resolve("idiome.sqlite")).hasContent("the store");
    assertThat(former).doesNotExist();
    Files.createDirectory(nothing);
    FolderCopy.swap(nothing, target, former);
    assertThat(former.resolve("idiome.sqlite")).hasContent("the store");
    assertThat(target).isEmptyDirectory();
  }
}
