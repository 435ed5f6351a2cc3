package org.idiome.store;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Parquet files as Apache's own reader takes them, without a line of ours or of DuckDB's.
final class ParquetPeer {
  private ParquetPeer() {}

  /// What a file is, besides its rows.
  ///
  /// @param codecs of the column chunks, each once
  record Form(MessageType schema, long rows, int rowGroups, List<String> codecs) {}

  /// Gives every row to a taker, in the order of the file.
  static Form read(Path file, Consumer<Group> rows) throws IOException {
    var options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Zstd())
            .build();
    try (var reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      var schema = reader.getFileMetaData().getSchema();
      var columns = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
        var records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          rows.accept(records.read());
        }
      }
      var codecs = new ArrayList<String>();
      for (var block : reader.getFooter().getBlocks()) {
        block.getColumns().forEach(column -> codecs.add(column.getCodec().name()));
      }
      return new Form(
          schema,
          reader.getRecordCount(),
          reader.getFooter().getBlocks().size(),
          codecs.stream().distinct().toList());
    }
  }

  /// A cell, or null: long, integer, double, truth value or text.
  static @Nullable Object cell(Group row, String column) {
    if (row.getFieldRepetitionCount(column) == 0) {
      return null;
    }
    var type = row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName();
    return switch (type) {
      case INT64 -> row.getLong(column, 0);
      case INT32 -> row.getInteger(column, 0);
      case DOUBLE -> row.getDouble(column, 0);
      case BOOLEAN -> row.getBoolean(column, 0);
      case BINARY -> row.getString(column, 0);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new AssertionError("a column of type " + type);
    };
  }

  /// Inflates zstd, which no codec of Hadoop is needed for.
  private static final class Zstd implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("reads only");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      if (codec != CompressionCodecName.ZSTD) {
        throw new AssertionError("a column is packed with " + codec);
      }
      return new Inflating();
    }

    @Override
    public void release() {}
  }

  private static final class Inflating implements CompressionCodecFactory.BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput packed, int size) throws IOException {
      var bytes = packed.toInputStream().readAllBytes();
      var plain = new byte[size];
      int length =
          new ZstdDecompressor().decompress(bytes, 0, bytes.length, plain, 0, plain.length);
      if (length != size) {
        throw new IOException("a page of " + length + " bytes, not " + size);
      }
      return BytesInput.from(plain);
    }

    @Override
    public void decompress(ByteBuffer from, int packed, ByteBuffer to, int size) {
      throw new UnsupportedOperationException("bytes only");
    }

    @Override
    public void release() {}
  }
}
