package conformance.basics;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

@Entity
@Migratable
class Basics {
    @Id
    Long id;

    boolean primitiveBoolean;
    byte primitiveByte;
    short primitiveShort;
    int primitiveInt;
    long primitiveLong;
    float primitiveFloat;
    double primitiveDouble;
    char primitiveChar;

    Boolean wrappedBoolean;
    Byte wrappedByte;
    Short wrappedShort;
    Integer wrappedInt;
    Long wrappedLong;
    Float wrappedFloat;
    Double wrappedDouble;
    Character wrappedChar;

    String text;
    BigDecimal decimal;
    BigInteger whole;
    UUID uuid;
    byte[] bytes;
    char[] chars;
    Class<?> type;
    Currency currency;
    Locale locale;
    URL url;
    InetAddress address;
    TimeZone zone;
    java.sql.Blob blob;
    java.sql.Clob clob;
}
