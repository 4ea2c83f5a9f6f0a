package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

class Note implements Serializable {}

enum Color {
    RED
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    String v0;

    @Lob
    char[] v1;

    @Lob
    byte[] v2;

    @Lob
    Note v3;

    @Lob
    URL v4;

    @Lob
    Class<?> v5;

    @Lob
    Locale v6;

    @Lob
    Currency v7;

    @Lob
    Character v8;

    @Lob
    ZoneOffset v9;

    @Lob
    Integer v10;

    @Lob
    UUID v11;

    @Lob
    LocalDate v12;

    @Lob
    Boolean v13;

    @Lob
    Instant v14;

    @Lob
    BigDecimal v15;

    @Lob
    Duration v16;

    @Lob
    Double v17;

    @Lob
    Color v18;

    @Lob
    Blob v19;

    @Lob
    Clob v20;
}
