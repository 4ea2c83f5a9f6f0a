package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Any
    @AnyKeyJavaType(LongJavaType.class)
    @JoinColumn(name = "key_long")
    @Column(name = "type_long")
    Object ofLong;

    @Any
    @AnyKeyJavaType(IntegerJavaType.class)
    @JoinColumn(name = "key_integer")
    @Column(name = "type_integer")
    Object ofInteger;

    @Any
    @AnyKeyJavaType(ShortJavaType.class)
    @JoinColumn(name = "key_short")
    @Column(name = "type_short")
    Object ofShort;

    @Any
    @AnyKeyJavaType(ByteJavaType.class)
    @JoinColumn(name = "key_byte")
    @Column(name = "type_byte")
    Object ofByte;

    @Any
    @AnyKeyJavaType(BigIntegerJavaType.class)
    @JoinColumn(name = "key_biginteger")
    @Column(name = "type_biginteger")
    Object ofBigInteger;

    @Any
    @AnyKeyJavaType(BigDecimalJavaType.class)
    @JoinColumn(name = "key_bigdecimal")
    @Column(name = "type_bigdecimal")
    Object ofBigDecimal;

    @Any
    @AnyKeyJavaType(CharacterJavaType.class)
    @JoinColumn(name = "key_character")
    @Column(name = "type_character")
    Object ofCharacter;

    @Any
    @AnyKeyJavaType(DoubleJavaType.class)
    @JoinColumn(name = "key_double")
    @Column(name = "type_double")
    Object ofDouble;

    @Any
    @AnyKeyJavaType(FloatJavaType.class)
    @JoinColumn(name = "key_float")
    @Column(name = "type_float")
    Object ofFloat;

    @Any
    @AnyKeyJavaType(UUIDJavaType.class)
    @JoinColumn(name = "key_uuid")
    @Column(name = "type_uuid")
    Object ofUuid;

    @Any
    @AnyKeyJavaType(StringJavaType.class)
    @JoinColumn(name = "key_text")
    @Column(name = "type_text")
    Object ofText;

    @Any
    @AnyKeyJavaType(PrimitiveByteArrayJavaType.class)
    @JoinColumn(name = "key_bytes")
    @Column(name = "type_bytes")
    Object ofBytes;
}
