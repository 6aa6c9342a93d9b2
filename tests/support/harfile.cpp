#include "support/harfile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace Sigen::Test {

using namespace Qt::Literals::StringLiterals;

QJsonObject harSocket(const QString &url, const QList<HarFrame> &frames, double startsAt)
{
    QJsonArray messages;
    double time = startsAt;
    for (const HarFrame &frame : frames)
        messages.append(QJsonObject{{u"type"_s, frame.isSent ? u"send"_s : u"receive"_s},
                                    {u"time"_s, time += 1.25},
                                    {u"opcode"_s, frame.opcode},
                                    {u"data"_s, frame.text}});
    return {{u"_initiator"_s, QJsonObject{{u"type"_s, u"script"_s}}},
            {u"_priority"_s, u"High"_s},
            {u"_resourceType"_s, u"websocket"_s},
            {u"_webSocketMessages"_s, messages},
            {u"cache"_s, QJsonObject()},
            {u"startedDateTime"_s, u"2026-11-18T12:00:00.000Z"_s},
            {u"request"_s,
             QJsonObject{{u"method"_s, u"GET"_s},
                         {u"url"_s, url},
                         {u"httpVersion"_s, u"HTTP/1.1"_s},
                         {u"headers"_s,
                          QJsonArray{QJsonObject{{u"name"_s, u"Upgrade"_s}, {u"value"_s, u"websocket"_s}}}}}},
            {u"response"_s, QJsonObject{{u"status"_s, 101}, {u"statusText"_s, u"Switching Protocols"_s}}},
            {u"time"_s, 12345.6}};
}

QJsonObject harExchange(const QString &method, const QString &url, const QString &posted,
                        const QString &answer)
{
    return {{u"_resourceType"_s, u"xhr"_s},
            {u"request"_s,
             QJsonObject{
                 {u"method"_s, method},
                 {u"url"_s, url},
                 {u"postData"_s, QJsonObject{{u"mimeType"_s, u"application/json"_s}, {u"text"_s, posted}}}}},
            {u"response"_s,
             QJsonObject{
                 {u"status"_s, 200},
                 {u"content"_s, QJsonObject{{u"mimeType"_s, u"application/json"_s}, {u"text"_s, answer}}}}}};
}

QByteArray harFile(const QList<QJsonObject> &entries)
{
    QJsonArray all;
    for (const QJsonObject &entry : entries)
        all.append(entry);
    const QJsonObject log{
        {u"version"_s, u"1.2"_s},
        {u"creator"_s, QJsonObject{{u"name"_s, u"WebInspector"_s}, {u"version"_s, u"537.36"_s}}},
        {u"pages"_s, QJsonArray()},
        {u"entries"_s, all}};
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson(QJsonDocument::Indented);
}

QByteArray frameLines(const QList<HarFrame> &frames)
{
    QByteArray lines;
    for (const HarFrame &frame : frames)
        lines += QJsonDocument(QJsonObject{{u"direction"_s, frame.isSent ? u"sent"_s : u"received"_s},
                                           {u"text"_s, frame.text}})
                     .toJson(QJsonDocument::Compact)
            + '\n';
    return lines;
}

QList<HarFrame> documentedFrames(const QString &password)
{
    const QString head =
        uR"("sn":"110A1234567890","token":"9f3c2ab1-77aa-4f0e","data":{"service":"modbusTcpServer")"_s;
    const QString pushed = uR"({"msgType":5,"data":{"service":"systemStatus","systemTime":1795000000}})"_s;
    return {
        sent(uR"({"msgType":0,"sn":"","data":{"username":"admin","password":"%1"}})"_s.arg(password)),
        received(
            uR"({"msgType":1,"code":0,"msg":"ok","data":{"token":"9f3c2ab1-77aa-4f0e","sn":"110A1234567890"}})"_s),
        sent(u"{\"msgType\":2,"_s + head + u"}}"_s),
        received(
            uR"({"msgType":4,"code":0,"msg":"ok","data":{"modbusEnable":0,"modbusPort":502,"modbusIp":"0.0.0.0"}})"_s),
        received(pushed),
        sent(u"{\"msgType\":3,"_s + head + uR"(,"modbusEnable":1,"modbusPort":502,"modbusIp":"0.0.0.0"}})"_s),
        received(uR"({"msgType":4,"code":0,"msg":"ok","data":{}})"_s),
        received(pushed),
        sent(u"{\"msgType\":3,"_s + head + uR"(,"modbusEnable":0,"modbusPort":502,"modbusIp":"0.0.0.0"}})"_s),
        received(uR"({"msgType":4,"code":0,"msg":"ok","data":{}})"_s),
    };
}

QList<HarFrame> relativeFrames(const QString &on, const QString &off)
{
    const auto request = [](const QString &service, const QString &token, const QString &more = {}) {
        return sent(uR"({"lang":"en_us","token":"%1","service":"%2"%3})"_s.arg(token, service, more));
    };
    const auto reply = [](int code, const QString &message, const QString &data) {
        return received(uR"({"result_code":%1,"result_msg":"%2","result_data":{%3}})"_s.arg(
            QString::number(code), message, data));
    };
    const auto setting = [](const QString &service, const QString &enable) {
        return uR"("service":"%1","enable":"%2","port":"502","clients":["192.168.1.9","",""])"_s.arg(service,
                                                                                                     enable);
    };
    const QString token = u"token-2-secret-0451"_s;
    const auto set = [&](const QString &enable) {
        return request(u"modbus_set"_s, token, u",\"list\":{"_s + setting(u"modbus_set"_s, enable) + u'}');
    };
    const HarFrame ping = request(u"ping"_s, token);
    const HarFrame pong = reply(1, u"success"_s, uR"("service":"ping")"_s);
    return {
        request(u"connect"_s, {}),
        reply(1, u"success"_s, uR"("service":"connect","token":"anonymous-1-0815","uid":1)"_s),
        request(u"login"_s, u"anonymous-1-0815"_s, uR"(,"username":"admin","passwd":"hunter2secret")"_s),
        reply(
            1, u"success"_s,
            uR"("service":"login","token":"token-2-secret-0451","role":"installer","serial":"110A1234567890",)"_s
                + uR"("passwd":"hunter2secret")"_s),
        reply(1, u"success"_s, uR"("service":"state","list":[1,2,3])"_s),
        ping,
        pong,
        request(u"modbus_get"_s, token),
        reply(1, u"success"_s, setting(u"modbus_get"_s, off)),
        set(on),
        reply(1, u"success"_s, uR"("service":"modbus_set")"_s),
        ping,
        pong,
        set(off),
        reply(1, u"success"_s, uR"("service":"modbus_set")"_s),
        ping,
        pong,
        reply(100, u"normal user limit"_s, uR"("service":"notice")"_s),
    };
}

} // namespace Sigen::Test
