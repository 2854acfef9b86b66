package nl.steunpunt.people.directory;

import java.util.List;
import nl.steunpunt.people.directory.table.TableRow;

/** A file before it is checked: its headers, what they are taken for, and its first rows. */
public record FileLook(List<String> headers, ColumnMapping suggestion, List<TableRow> firstRows) {}
