package nl.steunpunt.people.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file as far as it can be read; what is absent or unreadable is null. A bad one is
 * kept too: its number or address tells whom the file does not want to leave.
 */
record PersonLine(
    int line,
    @Nullable String employeeNumber,
    @Nullable String email,
    @Nullable String name,
    @Nullable String function,
    @Nullable String department,
    @Nullable String location,
    @Nullable String manager,
    @Nullable String language,
    @Nullable String phone,
    @Nullable BigDecimal contractHours,
    @Nullable LocalDate lastDay,
    boolean active,
    boolean bad) {}
