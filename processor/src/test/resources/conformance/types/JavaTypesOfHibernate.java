package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;

@Entity
@Migratable
class Thing {
    @Id
    @JavaType(LongJavaType.class)
    long id;

    @JavaType(BigDecimalJavaType.class)
    BigDecimal price;

    @JavaType(BigDecimalJavaType.class)
    @Column(precision = 12, scale = 3)
    BigDecimal exact;

    @JavaType(BigIntegerJavaType.class)
    BigInteger large;

    @JavaType(ByteJavaType.class)
    byte tiny;

    @JavaType(ShortJavaType.class)
    Short small;

    @JavaType(IntegerJavaType.class)
    int number;

    @JavaType(LongJavaType.class)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Long text;

    @JavaType(FloatJavaType.class)
    float single;

    @JavaType(DoubleJavaType.class)
    @Column(precision = 10)
    Double few;

    @JavaType(CharacterJavaType.class)
    char letter;

    @JavaType(UUIDJavaType.class)
    UUID key;

    @JavaType(UUIDJavaType.class)
    @JdbcTypeCode(SqlTypes.CHAR)
    UUID readable;

    @JavaType(DurationJavaType.class)
    Duration time;

    @JavaType(InetAddressJavaType.class)
    InetAddress address;

    @JavaType(UrlJavaType.class)
    URL place;

    @JavaType(YearJavaType.class)
    Year since;

    @JavaType(ZoneIdJavaType.class)
    ZoneId zoneId;

    @JavaType(ZoneOffsetJavaType.class)
    ZoneOffset shift;
}
